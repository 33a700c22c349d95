import type { App } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { appTexts } from './texts.ts'

const causes = { created: 'created', renamed: 'renamed', certified: 'certifiedCause' } as const

/** What an app is called, since when and how it came to that. */
export const NameFacts = ({ of }: { of: App }) => {
  const texts = useTexts(appTexts)
  return (
    <section className="card stack">
      <h2>{texts.facts}</h2>
      <dl className="facts">
        <div>
          <dt>{texts.name}</dt>
          <dd>{of.name}</dd>
        </div>
        <div>
          <dt>{texts.since}</dt>
          <dd>
            <Time at={of.nameSince} />
          </dd>
        </div>
        <div>
          <dt>{texts.because}</dt>
          <dd>{texts[causes[of.because]]}</dd>
        </div>
        {of.certifiedName !== null && (
          <div>
            <dt>{texts.certifiedName}</dt>
            <dd>{of.certifiedName}</dd>
          </div>
        )}
        <div>
          <dt>{texts.kind}</dt>
          <dd>{texts[of.kind]}</dd>
        </div>
        {/* A certified name changes by a certification alone. */}
        {of.certifiedName === null && (
          <div>
            <dt>{texts.renamesLeft}</dt>
            <dd>{texts.times(of.renames.left)}</dd>
          </div>
        )}
        <div>
          <dt>{texts.id}</dt>
          <dd className="number">{of.id}</dd>
        </div>
      </dl>
    </section>
  )
}

/** The names that it had before, the last first. */
export const NameHistory = ({ of: { names } }: { of: App }) => {
  const texts = useTexts(appTexts)
  return (
    <section className="card stack">
      <h2>{texts.history}</h2>
      {names.length === 0 && <p className="quiet">{texts.historyNone}</p>}
      {names.length > 0 && (
        <ol className="list">
          {names.map(({ name, from, until, because }) => (
            <li key={from} className="tight">
              <h3>{name}</h3>
              <p className="quiet">
                <Time at={from} /> {texts.until} <Time at={until} /> · {texts[causes[because]]}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
