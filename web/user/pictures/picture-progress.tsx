import { useLanguage } from '../../shared/language.ts'
import { isBusy, type PictureState } from './picture.ts'
import { pictureTexts, stateText } from './texts.ts'

const Said = ({ state, text }: { state: PictureState; text: string }) => {
  if (isBusy(state))
    return (
      <p className="waiting">
        <span className="turning" aria-hidden="true" />
        <span>{text}</span>
      </p>
    )
  return <p className={state.is === 'stored' ? 'done' : 'error'}>{<span>{text}</span>}</p>
}

/** `taken`: what is said once it is there. */
type ProgressProps = { state: PictureState; name: string; taken?: string | undefined }

/** How far a picture is: read out when it changes, with what it is about; how much of it has gone is to be seen. */
export const PictureProgress = ({ state, name, taken }: ProgressProps) => {
  const language = useLanguage()
  const texts = pictureTexts[language]
  const text = (state.is === 'stored' && taken) || stateText(state, language)
  return (
    <>
      <div role="status">
        {text !== '' && (
          <>
            <span className="only-heard">{texts.about(name, '')}</span>
            <Said state={state} text={text} />
          </>
        )}
      </div>
      {state.is === 'sending' && (
        <progress className="progress" aria-label={texts.share(name)} value={state.share} max={1} />
      )}
    </>
  )
}
