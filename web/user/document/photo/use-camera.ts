import { type RefObject, useEffect, useRef, useState } from 'react'
import { type NoCamera, openCamera, stopCamera, whyNoCamera } from './camera.ts'

/** A view of what the camera sees: not there yet, there, or why not. `away`: it was put out while nobody looked at the page. */
export type Viewing = 'opening' | 'live' | 'away' | NoCamera

const isHidden = (): boolean => document.visibilityState === 'hidden'

/** Shows the camera in a video as long as the component is there and the page is looked at. */
export const useCamera = (video: RefObject<HTMLVideoElement | null>): { viewing: Viewing; again: () => void } => {
  const [viewing, setViewing] = useState<Viewing>('opening')
  const [attempt, setAttempt] = useState(0)
  const stream = useRef<MediaStream>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt opens it anew.
  useEffect(() => {
    let isOver = false
    const end = (): void => {
      isOver = true
      if (stream.current) stopCamera(stream.current)
      stream.current = undefined
    }
    const away = (): void => {
      if (!isHidden() || isOver) return
      end()
      setViewing('away')
    }
    const lost = (): void => {
      if (isOver) return
      end()
      setViewing('busy')
    }
    const open = async (): Promise<void> => {
      setViewing('opening')
      try {
        const opened = await openCamera(navigator.mediaDevices)
        // Whoever was asked may have gone on meanwhile.
        if (isOver) return stopCamera(opened)
        stream.current = opened
        // Another app may take it, or somebody pull it out.
        for (const track of opened.getTracks()) track.addEventListener('ended', lost)
        if (!video.current) return
        video.current.srcObject = opened
        // A phone that saves power plays nothing by itself.
        await video.current.play().catch(() => undefined)
      } catch (error) {
        if (!isOver) setViewing(whyNoCamera(error))
      }
    }
    const begins = (): void => setViewing((now) => (now === 'opening' && !isOver ? 'live' : now))
    const element = video.current
    element?.addEventListener('playing', begins)
    document.addEventListener('visibilitychange', away)
    void open()
    return () => {
      end()
      element?.removeEventListener('playing', begins)
      document.removeEventListener('visibilitychange', away)
    }
  }, [attempt])
  return { viewing, again: () => setAttempt((now) => now + 1) }
}
