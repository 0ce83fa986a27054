/** What the plugin tells every component of the site. */
export default {'live-api-docs': {default: {target: 'demo', routeBasePath: 'reference'}}};
