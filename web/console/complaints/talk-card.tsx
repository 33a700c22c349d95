import { Tag } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { useWords } from '../words/use-words.ts'
import type { Complaint } from './complaint-deeds.ts'
import { talkTexts, talkWords } from './talk-texts.ts'

type Line = Complaint['talk']['lines'][number]

/** Where what nobody has answered since begins. */
const waitingFrom = (lines: readonly Line[]): number => lines.map(({ by }) => by).lastIndexOf('merchant') + 1

const Said = ({ of, waits }: { of: Line; waits: boolean }) => {
  const texts = useTexts(talkTexts)
  const word = useWords()
  const { at, by, event, text, operatorId } = of
  return (
    <li className={`talk talk-${by}`}>
      <p className="row">
        <strong>{word(talkWords, by)}</strong>
        <span>{word(talkWords, event)}</span>
        <span className="quiet">
          <Time at={at} whole />
          {by === 'merchant' && event === 'answered' && ` · ${operatorId ?? texts.elsewhere}`}
        </span>
        {waits && <Tag tone="warn">{texts.waits}</Tag>}
      </p>
      {text !== null && <p className="said">{text}</p>}
    </li>
  )
}

/** All that was said and done about a complaint, the newest first, and what would be answered. */
export const TalkCard = ({ of: { talk, text, isTextHidden, suggestedReply, status } }: { of: Complaint }) => {
  const texts = useTexts(talkTexts)
  const from = status === 'open' ? waitingFrom(talk.lines) : talk.lines.length
  const lines = talk.lines.map((line, at) => ({ line, at, waits: at >= from && line.by === 'payer' })).reverse()
  return (
    <section className="card stack">
      <h2>{texts.title}</h2>
      {text === null && <p className="quiet">{isTextHidden ? texts.notForYou : texts.notTold}</p>}
      <ol className="list-plain stack">
        {lines.map(({ line, at, waits }) => (
          <Said key={`${line.at} ${at}`} of={line} waits={waits} />
        ))}
      </ol>
      {lines.length === 0 && text !== null && <p className="said">{text}</p>}
      {text !== null && !talk.whole && <p className="quiet">{texts.notWhole}</p>}
      {status === 'open' && (
        <>
          <h3>{texts.suggested}</h3>
          <p className={suggestedReply === null ? 'quiet' : 'said'}>{suggestedReply ?? texts.noSuggestion}</p>
        </>
      )}
    </section>
  )
}
