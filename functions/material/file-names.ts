import { isId } from '../../shared/kernel/ids.ts'

/** What every name of an upload begins with. */
export const UPLOADED = 'in/'

/** What every name of a file begins with that is kept. */
export const KEPT = 'kept/'

/** Under which name a file of that id is uploaded; what is uploaded elsewhere is none of ours. */
export const uploadName = (id: string): string => `${UPLOADED}${id}`

/** The id of the file that is uploaded under a name; undefined for a name that none has. */
export const idInUploadName = (name: string): string | undefined => {
  const id = name.startsWith(UPLOADED) ? name.slice(UPLOADED.length) : ''
  return isId(id) ? id : undefined
}

/** Under which name the so-many-eth worker seals it: what one that died has left is known by its number. */
export const sealedName = (id: string, nth: number): string => `${KEPT}${id}-${nth}`
