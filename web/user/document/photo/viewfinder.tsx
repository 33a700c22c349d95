import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { Banner, Status } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import { photoTexts } from './photo-texts.ts'
import { shotOf } from './shot.ts'
import { useCamera } from './use-camera.ts'
import { useHint } from './use-hint.ts'
import { frameIn, VIEW_RATIO } from './view.ts'

type ViewfinderProps = {
  /** What is photographed. */
  name: string
  onShot: (photo: Blob) => void
  onClose: () => void
}

const WIDTH = 1000
const HEIGHT = Math.round(WIDTH / VIEW_RATIO)

/** Where to hold the card; what is outside is dimmed. */
const HoldHere = ({ isGood }: { isGood: boolean }) => {
  const { x, y, width, height } = frameIn({ width: WIDTH, height: HEIGHT })
  return (
    <svg className="viewfinder-frame" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path d={`M0 0H${WIDTH}V${HEIGHT}H0ZM${x} ${y}V${y + height}H${x + width}V${y}Z`} />
      <rect data-good={isGood} x={x} y={y} width={width} height={height} rx="28" />
    </svg>
  )
}

/** What the camera sees, with a frame to hold the card in, what to do better, and the shutter. It takes the focus when it comes. */
export const Viewfinder = ({ name, onShot, onClose }: ViewfinderProps) => {
  const texts = useTexts(photoTexts)
  const video = useRef<HTMLVideoElement>(null)
  const box = useRef<HTMLElement>(null)
  const { viewing, again } = useCamera(video)
  const [isLost, setLost] = useState(false)
  const isLive = viewing === 'live'
  const hint = useHint(video, isLive)
  useEffect(() => box.current?.focus(), [])
  const shoot = async (): Promise<void> => {
    const photo = video.current && (await shotOf(video.current))
    setLost(!photo)
    if (photo) onShot(photo)
  }
  const isOpen = isLive || viewing === 'opening'
  return (
    <section className="stack" aria-label={texts.viewOf(name)} tabIndex={-1} ref={box}>
      {!isOpen && (
        <Banner tone="warn">
          <p role="alert">{texts[viewing]}</p>
        </Banner>
      )}
      <div className="tight" hidden={!isOpen}>
        <div className="viewfinder">
          <video ref={video} autoPlay muted playsInline aria-label={texts.seen} />
          <HoldHere isGood={hint === 'good'} />
        </div>
        <Status>
          {viewing === 'opening' && <p className="quiet">{texts.opening}</p>}
          {isLive && <p className="viewfinder-hint">{texts[hint ?? 'hold']}</p>}
        </Status>
      </div>
      {isLost && <p role="alert">{texts.lost}</p>}
      <div className="row">
        {isOpen ? (
          <Button kind="main" unavailable={!isLive} onPress={shoot}>
            {texts.shoot}
          </Button>
        ) : (
          <Button onPress={again}>{texts.again}</Button>
        )}
        <Button kind="plain" onPress={onClose}>
          {texts.close}
        </Button>
      </div>
    </section>
  )
}
