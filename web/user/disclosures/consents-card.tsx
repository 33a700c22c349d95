import { useLanguage, useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { Time } from '../../shared/shown/time.tsx'
import { Read } from '../../shared/state/read.tsx'
import { useResource } from '../../shared/state/use-resource.ts'
import { NoticeButton } from './notice-button.tsx'
import { itemsText } from './records-file.ts'
import { disclosureTexts } from './texts.ts'

/** As many as anybody may submit in a month; the file holds all. */
const SHOWN = 20

/** What the account agreed to, the newest of it. */
export const ConsentsCard = () => {
  const language = useLanguage()
  const texts = useTexts(disclosureTexts)
  const consents = useResource('consents', (signal) => mine().consents.list({ signal, limit: SHOWN }).page())
  return (
    <section className="card stack">
      <h2>{texts.consents}</h2>
      <Read of={consents}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{texts.noConsents}</p>
          ) : (
            <ul className="list">
              {items.map(({ id, purpose, items: data, notice, agreedAt }) => (
                <li key={id} className="row apart">
                  <div>
                    <p>
                      {texts[`for_${purpose}`]}
                      {language === 'zh' ? '：' : ': '}
                      {itemsText(data, language)}
                    </p>
                    <p className="quiet">
                      <small>
                        {texts.agreedAt} <Time at={agreedAt} />
                      </small>
                    </p>
                  </div>
                  <div>
                    <NoticeButton version={notice} label={`${language === 'zh' ? '：' : ': '}${notice}`} />
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </section>
  )
}
