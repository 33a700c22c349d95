import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { FieldError, Hint } from '../../shared/controls/field.tsx'
import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { whereOf } from '../pay/where.ts'
import { ChooseFile } from './choose-file.tsx'
import { Frame, type FrameShape } from './frame.tsx'
import { isBusy, isToRetry } from './picture.ts'
import type { Picture } from './picture-of.ts'
import { PictureProgress } from './picture-progress.tsx'
import { pictureTexts } from './texts.ts'

type PictureFieldProps = {
  /** Names it on its page; an error summary leads to its first control. */
  id: string
  /** What it shows, and how to take it. */
  name: string
  how?: ReactNode
  picture: Picture
  isNeeded: boolean
  /** How what is photographed should lie in the picture; of people there is no such thing. */
  frame?: FrameShape
  /** Which camera a phone opens: that of the back, unless it is of whoever holds it. */
  camera?: 'environment' | 'user'
  error?: string | undefined
  /** What is said once it is there, where it being there is not yet all. */
  taken?: string
  /** Something was done with it: what was wrong with it before is no longer so. */
  onDeed?: () => void
  /** Another way to a picture, before those that every browser has. */
  children?: ReactNode
}

/** What was chosen, for whoever chose it; that it lies on its side where it should be wide. */
const Preview = ({ of, name, frame }: { of: string; name: string; frame: FrameShape | undefined }) => {
  const texts = useTexts(pictureTexts)
  const [isUpright, setUpright] = useState(false)
  return (
    <>
      <img
        className="preview"
        src={of}
        alt={texts.preview(name)}
        onLoad={({ currentTarget }) => setUpright(currentTarget.naturalHeight > currentTarget.naturalWidth)}
      />
      {frame === 'wide' && isUpright && <p className="quiet">{texts.rotate}</p>}
    </>
  )
}

/** How it should lie in its frame, before there is anything. */
const HowToHold = ({ frame }: { frame: FrameShape }) => (
  <div className="framed">
    <Frame shape={frame} />
    <p className="quiet">{useTexts(pictureTexts)[frame]}</p>
  </div>
)

/**
 * One picture to be taken or chosen: how, what was chosen, how far it is, why it cannot be used and how to do better. The files go by
 * `picture`; this shows it.
 */
export const PictureField = (props: PictureFieldProps) => {
  const { id, name, how, picture, isNeeded, frame, camera = 'environment', error, taken, onDeed, children } = props
  const texts = useTexts(pictureTexts)
  const { state, preview } = useSyncExternalStore(picture.shown.subscribe, picture.shown.get)
  const isPhone = whereOf(navigator.userAgent) !== 'desktop'
  const isBegun = state.is !== 'none'
  const did = (deed: () => unknown): void => {
    onDeed?.()
    void deed()
  }
  const pressed = (deed: () => unknown) => (): void => {
    did(deed)
    // What was pressed goes away.
    document.getElementById(id)?.focus()
  }
  const remove = isBusy(state) ? texts.cancel : texts.remove
  const wrong = state.is === 'refused' ? undefined : error
  const choose = {
    name,
    errorId: wrong && `${id}-error`,
    onFile: (file: File): void => did(() => picture.take(file)),
  }
  return (
    <fieldset className="field picture" aria-describedby={how === undefined ? undefined : `${id}-hint`}>
      <legend className="legend">
        {name} <Tag tone={isNeeded ? 'warn' : 'info'}>{isNeeded ? texts.needed : texts.optional}</Tag>
      </legend>
      <Hint id={id} hint={how} />
      {preview !== undefined && <Preview key={preview} of={preview} name={name} frame={frame} />}
      {preview === undefined && state.is === 'stored' && <p className="quiet">{texts.hidden}</p>}
      {frame !== undefined && !isBegun && <HowToHold frame={frame} />}
      <PictureProgress state={state} name={name} taken={taken} />
      <div className="row">
        {isToRetry(state) && (
          <Button label={texts.about(texts.retry, name)} onPress={pressed(picture.retry)}>
            {texts.retry}
          </Button>
        )}
        {children}
        {isPhone && (
          <ChooseFile id={id} camera={camera} {...choose}>
            {isBegun ? texts.takeAnew : texts.take}
          </ChooseFile>
        )}
        <ChooseFile id={isPhone ? `${id}-file` : id} {...choose}>
          {isBegun ? texts.chooseAnew : texts.choose}
        </ChooseFile>
        {isBegun && (
          <Button kind="plain" label={texts.about(remove, name)} onPress={pressed(picture.remove)}>
            {remove}
          </Button>
        )}
      </div>
      <FieldError id={id} error={wrong} />
    </fieldset>
  )
}
