import type { Applicant } from 'shiming-client'
import { Tag } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import { Time, useLeft } from '../../../shared/shown/time.tsx'
import { AccountPart } from './account-part.tsx'
import { applicantName } from './applicant-name.tsx'
import type { ApplicantTerms } from './applicant-terms.ts'
import { CheckPart } from './check-part.tsx'
import { applicantTexts, companyFieldTexts } from './texts.ts'

const tones = {
  person: 'good',
  unchecked: 'warn',
  checking: 'info',
  consistent: 'good',
  differs: 'danger',
  later: 'warn',
  not_operating: 'danger',
  people: 'info',
} as const

type ApplicantLineProps = { of: Applicant; terms: ApplicantTerms; read: () => Promise<void> }

/** What is known of one of them, and what can be done about it. */
export const ApplicantLine = ({ of, terms, read }: ApplicantLineProps) => {
  const texts = useTexts(applicantTexts)
  const fields = useTexts(companyFieldTexts)
  const { status, representative, creditCode } = of
  const waits = useLeft(of.retryAt ?? undefined) > 0
  const mayCheck = status === 'unchecked' || status === 'checking' || (status === 'later' && !waits)
  return (
    <li className="stack">
      <div className="row apart">
        <h3>{applicantName(of, texts)}</h3>
        <Tag tone={tones[status]}>{texts[`is_${status}`]}</Tag>
      </div>
      <dl className="facts">
        <div>
          <dt>{texts.kind}</dt>
          <dd>{texts[of.kind]}</dd>
        </div>
        {creditCode !== null && (
          <div>
            <dt>{texts.code}</dt>
            <dd className="number">{creditCode}</dd>
          </div>
        )}
        {representative !== null && (
          <div>
            <dt>{texts.represented}</dt>
            <dd>
              {representative.name} <span className="number">{representative.idNumber}</span>
            </dd>
          </div>
        )}
        {of.checkedAt !== null && (
          <div>
            <dt>{texts.checkedAt}</dt>
            <dd>
              <Time at={of.checkedAt} />
            </dd>
          </div>
        )}
        {of.differs.length > 0 && (
          <div>
            <dt>{texts.differs}</dt>
            <dd>{of.differs.map((field) => fields[field]).join(' · ')}</dd>
          </div>
        )}
        {of.retryAt !== null && (
          <div>
            <dt>{texts.retryAt}</dt>
            <dd>
              <Time at={of.retryAt} />
            </dd>
          </div>
        )}
      </dl>
      {status === 'differs' && <p>{texts.differsMore}</p>}
      {status === 'not_operating' && <p>{texts.notOperatingMore}</p>}
      {mayCheck && <CheckPart id={of.id} terms={terms} read={read} />}
      {of.kind === 'enterprise' && (terms.provesAccounts || of.accountProof !== 'none') && (
        <AccountPart of={of} terms={terms} read={read} />
      )}
    </li>
  )
}
