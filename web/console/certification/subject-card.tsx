import { Tag } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Money } from '../../shared/shown/money.tsx'
import { Time } from '../../shared/shown/time.tsx'
import { type Fact, Facts } from '../controls/facts.tsx'
import { Id } from '../controls/id.tsx'
import { useWords } from '../words/use-words.ts'
import { wordIn } from '../words/word.ts'
import type { Certification } from './certification.ts'
import {
  accountWords,
  applicantWords,
  certificationTexts,
  companyFieldWords,
  feeWords,
  registerWords,
} from './texts.ts'

/** Those of which a reviewer has nothing to wonder. */
const FINE: readonly string[] = ['person', 'consistent']

const useApplicantFacts = ({ applicant }: Certification): readonly Fact[] => {
  const texts = useTexts(certificationTexts)
  const language = useLanguage()
  if (applicant === null)
    return [
      [
        texts.kind,
        <Tag key="gone" tone="danger">
          {texts.gone}
        </Tag>,
      ],
    ]
  const { kind, status, creditCode, companyName, representative, differs, checkedAt, accountProof, account } = applicant
  return [
    [texts.kind, wordIn(applicantWords, kind, language)],
    [texts.company, companyName],
    [texts.creditCode, creditCode !== null && <Id key="code" label={texts.creditCode} text={creditCode} whole />],
    [texts.representative, representative && `${representative.name} ${representative.idNumber}`],
    [
      texts.status,
      <Tag key="status" tone={FINE.includes(status) ? 'good' : 'warn'}>
        {wordIn(registerWords, status, language)}
      </Tag>,
    ],
    [texts.differs, differs.length > 0 && differs.map((one) => wordIn(companyFieldWords, one, language)).join('、')],
    [texts.checkedAt, checkedAt && <Time key="at" at={checkedAt} />],
    [
      texts.account,
      accountProof !== 'none' && (
        <Tag key="account" tone={accountProof === 'proven' ? 'good' : 'info'}>
          {`${wordIn(accountWords, accountProof, language)} …${account?.lastFour ?? ''}`}
        </Tag>
      ),
    ],
  ]
}

const useAdministratorFacts = ({ administrator, application: { presence } }: Certification): readonly Fact[] => {
  const texts = useTexts(certificationTexts)
  const { name, idNumber, level, isWhoConfirmed, actsForAnother } = administrator
  return [
    [
      texts.administrator,
      name === null ? (
        <Tag key="name" tone="danger">
          {texts.notVerified}
        </Tag>
      ) : (
        `${name} ${idNumber}`
      ),
    ],
    [texts.level, texts.levelOf(level)],
    [
      texts.same_person,
      isWhoConfirmed !== null && (
        <Tag key="same" tone={isWhoConfirmed ? 'good' : 'danger'}>
          {isWhoConfirmed ? texts.sameYes : texts.sameNo}
        </Tag>
      ),
    ],
    [texts.acts, actsForAnother ? texts.actsFor : texts.actsOwn],
    [texts.presence, presence && texts[presence]],
  ]
}

/** W2 whose certification it is, what a register says of them, and who stands for them; nobody in the clear. */
export const SubjectCard = ({ of }: { of: Certification }) => {
  const texts = useTexts(certificationTexts)
  const word = useWords()
  const { fee } = of.application
  const { invoice } = of
  const applicant = useApplicantFacts(of)
  const administrator = useAdministratorFacts(of)
  return (
    <section className="card stack">
      <h2>{texts.subject}</h2>
      <Facts
        of={[
          ...applicant,
          ...administrator,
          [
            texts.fee,
            <span key="fee" className="line">
              <Money fen={fee.amountFen} /> <span className="quiet">{word(feeWords, fee.status)}</span>
            </span>,
          ],
          [
            texts.invoice,
            invoice &&
              texts.invoiceOf(invoice.item, [invoice.buyer.name, invoice.buyer.creditCode].filter(Boolean).join(' ')),
          ],
        ]}
      />
    </section>
  )
}
