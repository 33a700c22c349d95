import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import type { Certificate } from './certificate.ts'
import { certificatesTexts } from './texts.ts'
import { certificateWords, wordOfReason, wordOfStep } from './words.ts'

/** What happened to a certificate, the last first, by classes of reasons. */
export const HistoryCard = ({ of: { history } }: { of: Pick<Certificate, 'history'> }) => {
  const texts = useTexts(certificatesTexts)
  const words = useTexts(certificateWords)
  return (
    <section className="card stack">
      <h2>{texts.history}</h2>
      <ol className="list">
        {[...history].reverse().map(({ at, on, reason }) => {
          const [step, because] = [wordOfStep(on), wordOfReason(reason)]
          if (!step) return null
          return (
            <li key={`${at} ${on}`} className="tight">
              <p>
                <strong>{words[step]}</strong>
              </p>
              {because && <p>{words[because]}</p>}
              <p className="quiet">
                <Time at={at} whole />
              </p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

/** The names that the app had before, the last first. */
export const FormerNamesCard = ({ of: { formerNames } }: { of: Pick<Certificate, 'formerNames'> }) => {
  const texts = useTexts(certificatesTexts)
  if (formerNames.length === 0) return null
  return (
    <section className="card stack">
      <h2>{texts.formerNames}</h2>
      <ol className="list">
        {[...formerNames].reverse().map(({ name, from, until }) => (
          <li key={from} className="tight">
            <h3>{name}</h3>
            <p className="quiet">
              <Time at={from} dayOnly /> {texts.until} <Time at={until} dayOnly />
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
