import type { Application, PreCheck } from 'shiming-client'
import { paperNames } from '../../../../functions/certification/papers/words.ts'
import { pictureNames } from '../../../../functions/verification/papers/words.ts'
import type { Language } from '../../../../shared/kernel/language.ts'
import { Banner, Status } from '../../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { Link } from '../../../shared/router/page.tsx'
import { Time } from '../../../shared/shown/time.tsx'
import { pictureTexts } from '../../pictures/texts.ts'
import { companyFieldTexts } from '../applicants/texts.ts'
import { fromApplication } from '../way-back.tsx'
import { fillingTexts } from './texts.ts'

type Fault = PreCheck['faults'][number]

const isPaper = (word: string): word is keyof typeof paperNames => Object.hasOwn(paperNames, word)

const isPicture = (word: string): word is keyof typeof pictureNames => Object.hasOwn(pictureNames, word)

/** A word of what would be right, as a person reads it: the name of a kind of picture or of a field, or the word itself. */
const rightWord = (word: string, language: Language): string => {
  if (isPaper(word)) return paperNames[word][language]
  if (isPicture(word)) return pictureNames[word].name[language]
  const fields: Readonly<Record<string, string>> = companyFieldTexts[language]
  return Object.hasOwn(fields, word) ? (fields[word] ?? word) : word
}

/** What is wrong, and of what. */
export const faultText = ({ code, detail, right }: Fault, language: Language): string => {
  const [kind = ''] = right
  if (code === 'material_missing' && isPicture(kind))
    return pictureTexts[language].missing(pictureNames[kind].name[language])
  if (right.length === 0) return detail
  // What would be right of a name is a name, and follows what is wrong with it.
  if (code.startsWith('app_name_') && !isPicture(kind) && !isPaper(kind))
    return `${detail}${fillingTexts[language].takeName(right)}`
  const words = right.map((word) => rightWord(word, language))
  return language === 'zh' ? `${words.join('、')}：${detail}` : `${words.join(', ')}: ${detail}`
}

const WayOn = ({ of: { pointer, code, next }, id }: { of: Fault; id: string }) => {
  const texts = useTexts(fillingTexts)
  if (next.length > 0)
    return (
      <>
        {next.map(({ step, detail, page }) => (
          <Link key={step} to={fromApplication(page ?? '/developer', id)} className="standing">
            {detail}
          </Link>
        ))}
        {code === 'application_level_too_low' && <p className="quiet">{texts.levelMore}</p>}
      </>
    )
  return pointer === '/applicant' ? (
    <Link to={fromApplication('/developer/applicants', id)} className="standing">
      {texts.toApplicant}
    </Link>
  ) : null
}

type FaultsProps = { of: PreCheck; application: Pick<Application, 'id' | 'status'> }

/** Everything that was found at the last free look, each with what to do about it. */
export const Faults = ({ of, application: { id, status } }: FaultsProps) => {
  const language = useLanguage()
  const texts = useTexts(fillingTexts)
  return (
    <section className="card stack">
      <h2>{texts.checkTitle}</h2>
      <Status>
        {of.ready ? (
          <Banner tone={status === 'returned' ? 'info' : 'good'}>
            {status === 'returned' ? texts.readyAgain : texts.ready}
          </Banner>
        ) : (
          <Banner tone="warn">
            <p>
              <strong>{texts.faults(of.faults.length)}</strong>
            </p>
            <ul className="list">
              {of.faults.map((fault) => (
                <li key={`${fault.pointer} ${fault.code} ${fault.right.join()}`} className="tight">
                  <p>{faultText(fault, language)}</p>
                  {fault.retryAt !== null && (
                    <p>
                      {texts.retryAt} <Time at={fault.retryAt} />
                    </p>
                  )}
                  <WayOn of={fault} id={id} />
                </li>
              ))}
            </ul>
          </Banner>
        )}
      </Status>
    </section>
  )
}
