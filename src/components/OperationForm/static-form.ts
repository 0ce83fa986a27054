import type {ComponentType} from 'react';
import OperationForm, {type OperationFormProps} from './OperationForm.tsx';

/**
 * The form as the static page holds it. The bundle for browsers has `no-static-form.ts` in place of this module
 * (src/plugin/client-bundle.ts): there the form is loaded when it is near or used.
 */
export const StaticForm: ComponentType<OperationFormProps> | undefined = OperationForm;
