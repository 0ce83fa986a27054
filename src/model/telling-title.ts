/** A title that says more than the name: tools write "Street Name" for `street_name`. Undefined for others. */
export function tellingTitle(title: string | undefined, name: string): string | undefined {
  const bare = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]/g, '');
  return title === undefined || bare(title) === bare(name) ? undefined : title;
}
