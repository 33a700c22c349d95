import { Button } from '../../../shared/controls/button.tsx'
import { Banner, Waiting } from '../../../shared/controls/status.tsx'
import { useLanguage } from '../../../shared/language.ts'
import { failureText, isProblem } from '../../../shared/state/failure.ts'
import type { Picture } from '../papers.ts'
import { papersTexts } from '../texts.ts'
import { useHand, useWheel } from './use-hand.ts'
import type { Viewing } from './use-view.ts'
import { turnedBox } from './view.ts'

/** What does not become otherwise by asking again. */
const FINAL = ['material_gone', 'too_often', 'right_missing', 'not_found'] as const

const Failed = ({ error, onAgain }: { error: unknown; onAgain: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = papersTexts[language]
  const isFinal = FINAL.some((code) => isProblem(error, code))
  return (
    <Banner tone="warn" action={!isFinal && <Button onPress={onAgain}>{texts.again}</Button>}>
      <p role="alert">{failureText(error, language)}</p>
    </Banner>
  )
}

type SheetProps = { id: string; url: string; name: string; viewing: Viewing }

/** The picture as it is turned and zoomed; it is measured before it is seen. */
const Sheet = ({ id, url, name, viewing }: SheetProps) => {
  const { stage, size, scale, turn, known } = viewing
  const hand = useHand(stage)
  const room = size && turnedBox(size, turn)
  return (
    <div
      className="sheet"
      {...hand}
      style={room ? { width: room.width * scale, height: room.height * scale } : { visibility: 'hidden' }}
    >
      <img
        src={url}
        alt={name}
        draggable={false}
        style={size && { width: size.width * scale, height: size.height * scale, rotate: `${turn}deg` }}
        onLoad={({ currentTarget }) =>
          known(id, { width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })
        }
      />
    </div>
  )
}

type StageProps = { of: Picture; name: string; viewing: Viewing; onAgain: () => Promise<void> }

/** Where one picture is looked at, or why it is not there. It scrolls where the picture is larger. */
export const Stage = ({ of: { id, state }, name, viewing, onAgain }: StageProps) => {
  const texts = papersTexts[useLanguage()]
  useWheel(viewing.stage, viewing)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
    <section className="stage" aria-label={name} tabIndex={0} ref={viewing.stage}>
      {state.is === 'coming' && <Waiting>{texts.coming}</Waiting>}
      {state.is === 'failed' && <Failed error={state.error} onAgain={onAgain} />}
      {state.is === 'shown' && <Sheet key={state.url} {...{ id, url: state.url, name, viewing }} />}
    </section>
  )
}
