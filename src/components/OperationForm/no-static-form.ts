/** In a browser the form is in the page already; its code comes when it is needed. */
export const StaticForm = undefined;
