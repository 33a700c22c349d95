import { viewIn } from './view.ts'

/** From 0 to 1: letters stay sharp. */
const QUALITY = 0.92

/** What a video shows within its view, as large as the camera sees it; undefined where the browser makes no picture of it. */
export const shotOf = (video: HTMLVideoElement): Promise<Blob | undefined> => {
  const view = viewIn({ width: video.videoWidth, height: video.videoHeight })
  const [width, height] = [Math.round(view.width), Math.round(view.height)]
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  canvas.getContext('2d')?.drawImage(video, view.x, view.y, view.width, view.height, 0, 0, width, height)
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/jpeg', QUALITY))
}
