/** A name of a place, and nothing that could say more than that. */
const PLACE = /^[\p{L}\p{M}\p{N} ,.·'’()（）-]{1,40}$/u

const decoded = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** What is trusted to say from where somebody asks: proxies that are the only way in, and the header in which they note it. */
type Trusted = { proxies: { trusted: number }; scans: { placeHeader: string } }

/**
 * Where a request is from, as the proxy of the deployment says (percent-encoded or not); undefined where none is trusted to say it, and
 * for what is no name of a place. `headers`: names in lower case.
 */
export const placeIn = (
  headers: Readonly<Record<string, string | undefined>>,
  { proxies, scans }: Trusted,
): string | undefined => {
  if (proxies.trusted < 1 || scans.placeHeader === '') return undefined
  const place = decoded(headers[scans.placeHeader.toLowerCase()] ?? '')?.trim() ?? ''
  return PLACE.test(place) ? place : undefined
}
