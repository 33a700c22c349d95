import { LONGEST_SIDE, type Redraw, sizeWithin } from './picture-file.ts'

/** From 0 to 1: letters stay sharp. */
const QUALITY = 0.92

const loaded = async (url: string): Promise<HTMLImageElement> => {
  const image = new Image()
  image.src = url
  await image.decode()
  return image
}

const drawn = (image: HTMLImageElement): Promise<Blob | null> => {
  const canvas = document.createElement('canvas')
  const { width, height } = sizeWithin({ width: image.naturalWidth, height: image.naturalHeight }, LONGEST_SIDE)
  Object.assign(canvas, { width, height })
  // Browsers turn a photograph upright while they draw it.
  canvas.getContext('2d')?.drawImage(image, 0, 0, width, height)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
}

/** By an image and a canvas of this page. Old phones run out of memory here: the file goes as it is then. */
export const redraw: Redraw = async (file) => {
  const url = URL.createObjectURL(file)
  try {
    return (await drawn(await loaded(url))) ?? undefined
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}
