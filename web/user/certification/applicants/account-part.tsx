import { useState } from 'react'
import type { Applicant } from 'shiming-client'
import { Button } from '../../../shared/controls/button.tsx'
import { TextField } from '../../../shared/controls/field.tsx'
import { Banner, Tag } from '../../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { mine } from '../../../shared/service.ts'
import { Time } from '../../../shared/shown/time.tsx'
import { failureText, isProblem } from '../../../shared/state/failure.ts'
import { Consent } from '../../consent/consent.tsx'
import { noticeName } from '../../consent/notice.ts'
import { consentTexts } from '../../consent/texts.ts'
import { accountTexts } from './account-texts.ts'
import type { ApplicantTerms } from './applicant-terms.ts'

const tones = { none: 'info', waiting: 'warn', proven: 'good', failed: 'warn', expired: 'warn' } as const

type AccountPartProps = { of: Applicant; terms: ApplicantTerms; read: () => Promise<void> }

type Run = (deed: () => Promise<unknown>) => Promise<void>

const Failed = ({ text }: { text: string }) =>
  text === '' ? null : (
    <Banner tone="warn">
      <p role="alert">{text}</p>
    </Banner>
  )

/** What a deed came to, said where it failed; what is shown is read anew either way. */
const useDeed = (read: () => Promise<void>) => {
  const language = useLanguage()
  const consent = useTexts(consentTexts)
  const [failed, setFailed] = useState('')
  const run: Run = async (deed) => {
    setFailed('')
    try {
      await deed()
    } catch (error) {
      setFailed(isProblem(error, 'consent_outdated') ? consent.newer : failureText(error, language))
    }
    await read()
  }
  return { failed, run }
}

/** The number of the account, and the consent of its own. */
const Ask = ({ of, terms, run }: Omit<AccountPartProps, 'read'> & { run: Run }) => {
  const texts = useTexts(accountTexts)
  const consent = useTexts(consentTexts)
  const [accountNumber, setNumber] = useState('')
  const [bankCode, setBank] = useState('')
  const [agreedTo, setAgreedTo] = useState('')
  const [missing, setMissing] = useState(false)
  const agreed = agreedTo === noticeName(terms.consent)
  const ask = async (): Promise<void> => {
    setMissing(!agreed)
    if (!agreed) return
    const typed = { accountNumber, ...(bankCode.trim() !== '' && { bankCode }) }
    const agreement = { notice: terms.consent.version, agreed: true } as const
    await run(() => mine().applicants.proveAccount(of.id, { ...typed, consent: agreement }))
  }
  return (
    <details className="stack">
      <summary className="button">{of.accountProof === 'none' ? texts.offer : texts.again}</summary>
      <div className="stack">
        <TextField
          id={`account-${of.id}`}
          label={texts.number}
          hint={texts.numberHint}
          value={accountNumber}
          onType={setNumber}
          maxLength={64}
          verbatim
        />
        <TextField
          id={`bank-${of.id}`}
          label={texts.bank}
          hint={texts.bankHint}
          value={bankCode}
          onType={setBank}
          maxLength={32}
          verbatim
        />
        <Consent
          heading="h3"
          points={[texts.more]}
          notice={terms.consent}
          id={`account-agreed-${of.id}`}
          agreedTo={agreedTo}
          onAgree={setAgreedTo}
          error={missing && !agreed ? consent.missing : undefined}
        />
        <Button wide onPress={ask}>
          {texts.send}
        </Button>
      </div>
    </details>
  )
}

/** The amount that arrived. */
const Answer = ({ of, run, account }: { of: Applicant; run: Run; account: NonNullable<Applicant['account']> }) => {
  const texts = useTexts(accountTexts)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const answer = async (): Promise<void> => {
    const isAmount = /^[1-9]\d?$/.test(typed.trim())
    setWrong(!isAmount)
    if (isAmount) await run(() => mine().applicants.answerAccountProof(of.id, { fen: Number(typed) }))
  }
  return (
    <>
      <p>
        {texts.until} <Time at={account.until} />
      </p>
      <TextField
        id={`fen-${of.id}`}
        label={texts.fen}
        hint={texts.fenHint(account.triesLeft)}
        value={typed}
        onType={setTyped}
        error={wrong ? texts.wrongFen : undefined}
        maxLength={8}
        verbatim
      />
      <Button wide onPress={answer}>
        {texts.answer}
      </Button>
      <p className="quiet">{texts.nothing}</p>
    </>
  )
}

/** W2 the account of a company, proven by whoever sees its statement: asking for a transfer, and saying its amount. What either came to stays said when the other takes its place. */
export const AccountPart = ({ of, terms, read }: AccountPartProps) => {
  const texts = useTexts(accountTexts)
  const { failed, run } = useDeed(read)
  const { accountProof, account } = of
  const waits = accountProof === 'waiting' && account !== null
  return (
    <div className="stack">
      <div className="row apart">
        <h3>{texts.title}</h3>
        <Tag tone={tones[accountProof]}>{texts[`is_${accountProof}`]}</Tag>
      </div>
      {account !== null && <p>{texts.to(account.lastFour)}</p>}
      {waits && <Answer of={of} run={run} account={account} />}
      {!waits && accountProof !== 'proven' && terms.provesAccounts && <Ask of={of} terms={terms} run={run} />}
      <Failed text={failed} />
    </div>
  )
}
