/** What is used of the browser. */
type Window = {
  location: { hash: string; pathname: string }
  history: { replaceState(data: unknown, unused: string, url: string): void }
}

/**
 * The token of the link by which somebody came, and takes it out of the address and the history at once: neither a later visitor of this
 * browser nor a picture of the page shall have it. Undefined where the address has none.
 */
export const takeToken = ({ location, history }: Window): string | undefined => {
  const token = location.hash.slice(1)
  if (token === '') return undefined
  history.replaceState(null, '', location.pathname)
  return token
}
