import type { ReactNode } from 'react'
import type { Application } from 'shiming-client'
import { type Correctable, correctable } from '../../../../functions/certification/deciding/correctable.ts'
import type { Language } from '../../../../shared/kernel/language.ts'
import { Banner, Tag } from '../../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { Until } from '../../until.tsx'
import { fillingTexts } from './texts.ts'

const isCorrectable = (field: string): field is Correctable => Object.hasOwn(correctable, field)

/** What was asked about a field the last time that it was returned; nothing while it is not. */
export const askedOf = (of: Application, field: Correctable, language: Language): string | undefined =>
  of.status === 'returned' && of.returns.at(-1)?.fields.includes(field) ? correctable[field][language] : undefined

/** At a field: that it is to be corrected, and how. */
export const AskedHere = ({ children }: { children: ReactNode }) => {
  const texts = useTexts(fillingTexts)
  return (
    <Banner tone="warn">
      <Tag tone="warn">{texts.askedHere}</Tag> {children}
    </Banner>
  )
}

/** Everything that was asked, in the reviewer's words, and until when it may be answered. */
export const AskedCard = ({ of, most }: { of: Application; most: number | undefined }) => {
  const language = useLanguage()
  const texts = useTexts(fillingTexts)
  const last = of.returns.at(-1)
  if (!last) return null
  return (
    <section className="card stack">
      <h2>{texts.asked}</h2>
      <ul className="tight">
        {last.fields.filter(isCorrectable).map((field) => (
          <li key={field}>
            {correctable[field][language]}{' '}
            {field === 'description' && (
              <Link to={`/developer/apps/${of.app}`} className="standing">
                {texts.toDescription}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {last.words !== null && <blockquote className="words">{last.words}</blockquote>}
      {of.correctUntil !== null && (
        <p>
          {texts.askedUntil} <Until at={of.correctUntil} />
        </p>
      )}
      {most !== undefined && <p className="quiet">{texts.askedCount(of.returns.length, most)}</p>}
    </section>
  )
}
