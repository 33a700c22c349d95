import { drawing } from '../../local/specimens/drawing.ts'
import { foreignFiles } from './foreign-files.ts'
import { hostileJpegs } from './hostile-jpegs.ts'
import { hostilePhotos } from './hostile-photos.ts'
import type { HostilePicture } from './hostile-picture.ts'
import { hostilePngs } from './hostile-pngs.ts'

/**
 * Files that somebody might send as a picture of a document, with what becomes of each: several hundred, always the same, of at most seven megabytes. What is
 * expected holds for terms like those of `terms.ts`: 25 million pixels, 500 px, 6, 60 to 235. It takes some seconds to make them.
 */
export const hostilePictures = async (): Promise<HostilePicture[]> => {
  const { jpegs, png, photos } = hostilePhotos(await drawing())
  return [...(await foreignFiles()), ...hostileJpegs(jpegs), ...hostilePngs(png), ...photos]
}
