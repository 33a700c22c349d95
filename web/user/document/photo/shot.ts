import { shotIn } from './view.ts'

/** From 0 to 1: letters stay sharp. */
const QUALITY = 0.92

/** What a video shows in its view (`shotIn`), as large as the camera sees it; undefined where the browser makes no picture of it. */
export const shotOf = (video: HTMLVideoElement): Promise<Blob | undefined> => {
  const part = shotIn({ width: video.videoWidth, height: video.videoHeight })
  const [width, height] = [Math.round(part.width), Math.round(part.height)]
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(video, part.x, part.y, part.width, part.height, 0, 0, width, height)
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', QUALITY))
}
