import { type RefObject, useEffect, useState } from 'react'
import { type Hint, hintOf, type Said, steadied } from './hints.ts'
import { type Drawn, measured } from './measure.ts'
import { frameIn, VIEW_RATIO, viewIn } from './view.ts'

/** px: the service measures at this width. */
const WIDTH = 800
const HEIGHT = Math.round(WIDTH / VIEW_RATIO)

/** ms between two looks: a phone has other things to do, and a hand needs time to follow. */
const EVERY = 400

/** What a video shows now, small; undefined before it shows anything. */
const seen = (video: HTMLVideoElement, canvas: HTMLCanvasElement): Drawn | undefined => {
  const { videoWidth: width, videoHeight: height } = video
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (width === 0 || !context) return undefined
  const view = viewIn({ width, height })
  context.drawImage(video, view.x, view.y, view.width, view.height, 0, 0, WIDTH, HEIGHT)
  return context.getImageData(0, 0, WIDTH, HEIGHT)
}

/** What to do better, of what a video shows while it is live. */
export const useHint = (video: RefObject<HTMLVideoElement | null>, isLive: boolean): Hint | undefined => {
  const [said, setSaid] = useState<Said>({ shown: undefined, last: undefined })
  useEffect(() => {
    setSaid({ shown: undefined, last: undefined })
    if (!isLive) return
    const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: HEIGHT })
    const look = (): void => {
      const drawn = video.current && seen(video.current, canvas)
      if (drawn) setSaid((now) => steadied(now, hintOf(measured(drawn, frameIn(drawn)))))
    }
    const timer = setInterval(look, EVERY)
    return () => clearInterval(timer)
  }, [isLive, video])
  return said.shown
}
