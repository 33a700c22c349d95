import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Time } from '../../shared/shown/time.tsx'
import { NoticeButton } from './notice-button.tsx'
import { basisText, type Disclosure, itemsText } from './records-file.ts'
import { disclosureTexts } from './texts.ts'

const tones = { answered: 'info', not_used: 'good', not_sent: 'good', possibly_sent: 'warn' } as const

/** Who got what, what for, why that could be, and what became of it. */
export const DisclosureLine = ({ disclosure }: { disclosure: Disclosure }) => {
  const language = useLanguage()
  const texts = useTexts(disclosureTexts)
  const { at, recipient, items, purpose, consent, outcome } = disclosure
  return (
    <li className="stack">
      <div className="row apart">
        <div>
          <h3>{recipient.company}</h3>
          <p className="quiet">
            <small>{recipient.service}</small>
          </p>
        </div>
        <Tag tone={tones[outcome]}>{texts[outcome]}</Tag>
      </div>
      <dl className="facts">
        <div>
          <dt>{texts.when}</dt>
          <dd>
            <Time at={at} whole />
          </dd>
        </div>
        <div>
          <dt>{texts.got}</dt>
          <dd>{itemsText(items, language)}</dd>
        </div>
        <div>
          <dt>{texts.purpose}</dt>
          <dd>{texts[`for_${purpose}`]}</dd>
        </div>
        <div>
          <dt>{texts.basis}</dt>
          <dd>{basisText(disclosure, language)}</dd>
        </div>
        <div>
          <dt>{texts.outcome}</dt>
          <dd>{texts[`${outcome}More`]}</dd>
        </div>
      </dl>
      {consent && (
        <div>
          <NoticeButton version={consent.notice} label={`${language === 'zh' ? '：' : ': '}${consent.notice}`} />
        </div>
      )}
    </li>
  )
}
