import { personProblems } from '../../../functions/person/problems.ts'
import { Button } from '../../shared/controls/button.tsx'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { TextField } from '../../shared/controls/field.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { CodeField, IdNumberField, PhoneField } from '../../shared/controls/typed-fields.tsx'
import type { useForm } from '../../shared/controls/use-form.ts'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { Link } from '../../shared/router/page.tsx'
import { mine } from '../../shared/service.ts'
import { phoneGroups } from '../../shared/shown/digits.ts'
import { durationText } from '../../shared/shown/moments.ts'
import { useLeft } from '../../shared/shown/time.tsx'
import { ChecksLeft } from '../checks/checks-left.tsx'
import type { Checks } from '../checks/checks-told.ts'
import { TextReport } from '../code/text-report.tsx'
import { codeTexts } from '../code/texts.ts'
import { Consent } from '../consent/consent.tsx'
import type { Notice } from '../consent/notice.ts'
import { WhomToAsk } from '../contact/whom-to-ask.tsx'
import { PapersEntrance } from '../papers/entrance.tsx'
import { entranceTexts } from '../papers/entrance-texts.ts'
import { phoneDigits } from '../person/phone-digits.ts'
import { personTexts } from '../person/texts.ts'
import type { Draft } from './draft.ts'
import { verifyTexts } from './texts.ts'
import type { Code } from './use-code.ts'

/** The form and how it is moved. */
export type VerifyForm = ReturnType<typeof useForm<Draft>>

/** Has a code sent, and says when the next one may be asked for, and what came of the last. */
const AskCode = ({ form, code }: { form: VerifyForm; code: Code }) => {
  const language = useLanguage()
  const texts = useTexts(verifyTexts)
  const codes = useTexts(codeTexts)
  const { sent, told, isSending } = code
  const left = useLeft(sent?.retryAt)
  const isOther = sent !== undefined && phoneDigits(form.values.phone) !== sent.phone
  const waits = left > 0 && !isOther
  const ask = async (): Promise<void> => {
    if (form.ask('phone') && (await code.send(form.values.phone))) document.getElementById('smsCode')?.focus()
  }
  const name = sent ? codes.resend : codes.send
  return (
    <div className="tight">
      <Button wide unavailable={waits} onPress={ask}>
        {waits ? codes.resendIn(durationText(left, language)) : name}
      </Button>
      <Status>
        {isSending && <p className="quiet">{codes.sending}</p>}
        {!isSending && isOther && <p>{texts.sentToOther(phoneGroups(sent.phone))}</p>}
        {!isSending && !isOther && told !== '' && <p>{told}</p>}
      </Status>
      {sent && !isOther && !isSending && (
        <TextReport key={sent.retryAt} kind="plain" ask={() => mine().smsCodes.report(sent.phone)} />
      )}
    </div>
  )
}

type FillInProps = {
  form: VerifyForm
  code: Code
  notice: Notice
  isNewer: boolean
  /** By which number the account signs in, masked. */
  phone: string | null
  checks: Checks | null
  onNext: () => void
}

/** The first part: what becomes of the data, and the data. */
export const FillIn = ({ form, code, notice, isNewer, phone, checks, onNext }: FillInProps) => {
  const language = useLanguage()
  const texts = useTexts(verifyTexts)
  const labels = useTexts(personTexts)
  const codes = useTexts(codeTexts)
  const papers = useTexts(entranceTexts)
  return (
    <form
      className="stack below"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <ErrorSummary {...form.summary} />
      <ChecksLeft checks={checks} />
      <section className="card stack">
        <Consent
          {...{ title: texts.consent, notice, isNewer, label: texts.agree }}
          points={[texts.collects, texts.usedFor, texts.givenTo, texts.keptHow, texts.ifNot]}
          agreedTo={form.values.agreedTo}
          error={form.error('agreedTo')}
          onAgree={(agreedTo) => form.set('agreedTo', agreedTo)}
        />
      </section>
      <section className="card stack-wide">
        <h2>{texts.person}</h2>
        <Link to="/document" keeps className="standing">
          {texts.photograph}
        </Link>
        <TextField {...form.text('name')} label={labels.name} hint={texts.nameHint} autoComplete="name" verbatim />
        {form.error('name') === personProblems.name_unreadable[language] && <WhomToAsk about="name" />}
        <IdNumberField {...form.text('idNumber')} label={labels.idNumber} hint={texts.idNumberHint} />
        <PhoneField
          {...form.text('phone')}
          label={labels.phone}
          hint={phone === null ? texts.phoneHint : texts.phoneHintOf(phone)}
        />
        <AskCode form={form} code={code} />
        <CodeField {...form.text('smsCode')} label={codes.code} hint={codes.hint} />
      </section>
      <Button kind="main" wide submit busy={form.busy}>
        {texts.next}
      </Button>
      <p className="quiet">{texts.kept}</p>
      <p>
        <PapersEntrance kind="beside">{papers.noIdCard}</PapersEntrance>
      </p>
    </form>
  )
}
