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

const tones = { none: 'info', waiting: 'warn', proven: 'good', failed: 'danger', expired: 'warn' } as const

type AccountPartProps = { of: Applicant; terms: ApplicantTerms; read: () => Promise<void> }

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
  const run = async (deed: () => Promise<unknown>): Promise<void> => {
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
const Ask = ({ of, terms, read }: AccountPartProps) => {
  const texts = useTexts(accountTexts)
  const consent = useTexts(consentTexts)
  const [accountNumber, setNumber] = useState('')
  const [bankCode, setBank] = useState('')
  const [agreedTo, setAgreedTo] = useState('')
  const [missing, setMissing] = useState(false)
  const { failed, run } = useDeed(read)
  const agreed = agreedTo === noticeName(terms.consent)
  const ask = async (): Promise<void> => {
    setMissing(!agreed)
    if (!agreed) return
    const typed = { accountNumber, ...(bankCode.trim() !== '' && { bankCode }) }
    const agreement = { notice: terms.consent.version, agreed: true } as const
    await run(() => mine().applicants.proveAccount(of.id, { ...typed, consent: agreement }))
  }
  return (
    <>
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
      <Failed text={failed} />
      <Button wide onPress={ask}>
        {texts.send}
      </Button>
    </>
  )
}

/** The amount that arrived. */
const Answer = ({ of, read, account }: AccountPartProps & { account: NonNullable<Applicant['account']> }) => {
  const texts = useTexts(accountTexts)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState(false)
  const { failed, run } = useDeed(read)
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
        maxLength={2}
        verbatim
      />
      <Failed text={failed} />
      <Button wide onPress={answer}>
        {texts.answer}
      </Button>
      <p className="quiet">{texts.nothing}</p>
    </>
  )
}

/** W2 the account of a company, proven by whoever sees its statement: asking for a transfer, and saying its amount. */
export const AccountPart = (props: AccountPartProps) => {
  const texts = useTexts(accountTexts)
  const { accountProof, account } = props.of
  return (
    <div className="stack">
      <div className="row apart">
        <h4>{texts.title}</h4>
        <Tag tone={tones[accountProof]}>{texts[`is_${accountProof}`]}</Tag>
      </div>
      {account !== null && <p>{texts.to(account.lastFour)}</p>}
      {accountProof === 'waiting' && account !== null && <Answer {...props} account={account} />}
      {accountProof !== 'waiting' && accountProof !== 'proven' && props.terms.provesAccounts && <Ask {...props} />}
    </div>
  )
}
