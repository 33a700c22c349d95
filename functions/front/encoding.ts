/** How files are kept, the smallest first: each as what a header calls it. */
export const encodings = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof encodings)[number]

/** How much a caller wants an encoding, from 0 to 1, by what it says of it or of `*`. */
const wish = (wanted: ReadonlyMap<string, number>, encoding: Encoding): number =>
  wanted.get(encoding) ?? wanted.get('*') ?? (encoding === 'identity' ? 1 : 0)

const wishIn = (part: string): [string, number] => {
  const [name = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase())
  const quality = parameters.find((one) => one.startsWith('q='))?.slice(2)
  return [name, quality === undefined ? 1 : Number(quality) || 0]
}

/**
 * The smallest of the encodings a caller takes at all, by its header Accept-Encoding. Whoever says nothing, or takes none of them, gets
 * the file as it is.
 */
export const encodingFor = (acceptEncoding: string | undefined): Encoding => {
  const wanted = new Map((acceptEncoding ?? '').split(',').map(wishIn))
  return encodings.find((one) => wish(wanted, one) > 0) ?? 'identity'
}

/** Whether If-None-Match names the file a caller would get, in whatever encoding it has it. */
export const isKnown = (ifNoneMatch: string | undefined, tag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .some((one) => one.trim() === '*' || one.trim().replace(/^W\//, '') === tag.replace(/^W\//, ''))
