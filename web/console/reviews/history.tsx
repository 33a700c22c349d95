import type { ReactNode } from 'react'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import type { Review } from './review.ts'
import { reviewTexts } from './texts.ts'

type Line = { at: string; what: string; text?: string | null; more?: ReactNode }

/** Everything that happened to a case, the newest first. */
const linesOf = (of: Review, texts: (typeof reviewTexts)['zh'], isUnseen: boolean): Line[] => {
  const { decision, first, disagreed } = of
  const by = decision?.by?.id
  const decided = by && (decision.first ? texts.agreed(decision.first.id, by) : texts.decided(by))
  return [
    { at: of.openedAt, what: of.openedBy ? texts.openedBy(of.openedBy.id) : isUnseen ? texts.begun : texts.opened },
    ...of.asked.flatMap(({ at, by: asker, text, until, answer }): Line[] => [
      {
        ...{ at, what: texts.asked(asker.id), text },
        more: (
          <>
            {texts.until}
            <Time at={until} />
          </>
        ),
      },
      ...(answer ? [{ at: answer.at, what: texts.answered, text: answer.text }] : []),
    ]),
    ...(first ? [{ at: first.at, what: texts.first(first.by.id), text: first.text }] : []),
    ...(disagreed ? [{ at: disagreed.at, what: texts.disagreed(disagreed.by.id) }] : []),
    ...(decision ? [{ at: decision.at, what: decided ?? texts.noAnswer, text: decision.text }] : []),
    ...(of.status === 'withdrawn' && of.endedAt ? [{ at: of.endedAt, what: texts.withdrawn }] : []),
  ].reverse()
}

/** What happened to a case and what its user was told, word for word. `isUnseen`: its user sees nothing of it, and did not open it. */
export const History = ({ of, isUnseen = false }: { of: Review; isUnseen?: boolean }) => {
  const texts = useTexts(reviewTexts)
  return (
    <section className="card stack">
      <h2>{texts.history}</h2>
      <ol className="list-plain stack">
        {linesOf(of, texts, isUnseen).map(({ at, what, text, more }) => (
          <li key={`${at} ${what}`} className="stack">
            <p className="row">
              <strong>{what}</strong>
              <span className="quiet">
                <Time at={at} whole />
              </span>
            </p>
            {text && (
              <p className="said" lang={of.language}>
                {text}
              </p>
            )}
            {more && <p className="quiet">{more}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
