import type { Page } from 'playwright-core'
import type { ChosenFile } from '../papers/chosen-file.ts'

/** What the pages see of `window` there. */
type Seeing = { seen: HTMLImageElement; stopped: number }

const lookedAt = (state: 'hidden' | 'visible'): void => {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

/**
 * A camera that sees what it is shown: `getUserMedia` of the page draws it from a picture, as a device does that was pointed at it. Answers how it is shown
 * something else, and how many cameras were put out.
 */
export const giveCamera = async (page: Page, first: ChosenFile) => {
  const url = ({ buffer }: ChosenFile): string => `data:image/jpeg;base64,${buffer.toString('base64')}`
  await page.addInitScript((shown) => {
    const own = window as unknown as Seeing
    own.stopped = 0
    own.seen = new Image()
    own.seen.src = shown
    const draw = (canvas: HTMLCanvasElement): void => {
      const context = canvas.getContext('2d')
      if (!context || own.seen.naturalWidth === 0) return
      context.fillStyle = 'rgb(112, 92, 74)'
      context.fillRect(0, 0, canvas.width, canvas.height)
      // As large as the frame of the page, in the middle.
      const high = canvas.height * 0.87
      const wide = (high * own.seen.naturalWidth) / own.seen.naturalHeight
      context.drawImage(own.seen, (canvas.width - wide) / 2, (canvas.height - high) / 2, wide, high)
    }
    navigator.mediaDevices.getUserMedia = async () => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 1280, height: 720 })
      const timer = setInterval(() => draw(canvas), 50)
      draw(canvas)
      const stream = canvas.captureStream(20)
      for (const track of stream.getTracks()) {
        const stop = track.stop.bind(track)
        track.stop = () => {
          clearInterval(timer)
          own.stopped += 1
          stop()
        }
      }
      return stream
    }
  }, url(first))
  return {
    show: (photo: ChosenFile): Promise<void> =>
      page.evaluate(async (shown) => {
        const own = window as unknown as Seeing
        own.seen.src = shown
        await own.seen.decode()
      }, url(photo)),
    stopped: (): Promise<number> => page.evaluate(() => (window as unknown as Seeing).stopped),
    /** As if another app came before it. */
    hidePage: (): Promise<void> => page.evaluate(lookedAt, 'hidden' as const),
    showPage: (): Promise<void> => page.evaluate(lookedAt, 'visible' as const),
  }
}

/** A camera that the visitor does not allow. */
export const denyCamera = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('Permission denied', 'NotAllowedError')
    }
  })
