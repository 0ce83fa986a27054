import {createInstance, getHttpOperationsFromSpec} from '@stoplight/prism-http';
import type {} from '@stoplight/prism-http-server';
