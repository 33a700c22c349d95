import { type ReactNode, useEffect, useRef, useState } from 'react'
import { pictureNames } from '../../../functions/verification/papers/words.ts'
import { isFilledIn, type Refused } from '../../shared/controls/form.ts'
import { useForm } from '../../shared/controls/use-form.ts'
import { useWarning } from '../../shared/controls/use-warning.ts'
import { useLanguage } from '../../shared/language.ts'
import { router } from '../../shared/router/router.ts'
import { serviceClock } from '../../shared/shown/clock.ts'
import { noticeName } from '../consent/notice.ts'
import type { PictureKind } from '../pictures/picture.ts'
import { idsOf, usePictures } from '../pictures/use-pictures.ts'
import { draft as verifyDraft } from '../verify/draft.ts'
import { askedBy } from './draft/asked.ts'
import { checksOf, checksUpTo, type PapersStep } from './draft/checks.ts'
import { papersDraft } from './draft/draft.ts'
import { type Draft, formDraft, isTyped } from './draft/draft-form.ts'
import { type Kept, keptFor } from './draft/kept.ts'
import { addressOf, dueStep, stepAfter } from './draft/step.ts'
import { papersOf } from './draft/typed.ts'
import { useKeeping } from './draft/use-keeping.ts'
import type { Terms } from './draft/wanted.ts'
import type { Found } from './find-papers.ts'
import { offersBank, PapersBarPage } from './handing/bar-page.tsx'
import { fieldsFor } from './handing/refused.ts'
import { useHandingIn } from './handing/use-handing-in.ts'
import { StepPage } from './step-page.tsx'

const KINDS = Object.keys(pictureNames) as PictureKind[]

type PapersFormProps = {
  found: Found
  wantedStep: PapersStep
  /** Which document the address names. */
  document: string | null
  /** What their bank has certified is to be shown, too. */
  byBank: boolean
  read: () => Promise<void>
  children?: ReactNode
}

/** What was typed here, in this tab before it was loaded anew, or in the form of a check that led here. */
const firstDraft = (kept: Kept, of: { document: string | null; byBank: boolean }, { documents }: Terms): Draft => {
  const named = documents.find((one) => one === of.document) ?? kept.document
  const byBank = of.byBank || kept.pictures.bank_proof !== undefined
  const { name, idNumber } = verifyDraft.get().values
  papersDraft.startWith({ document: named, name, number: idNumber, byBank })
  return formDraft(papersDraft.get(), KINDS)
}

/** Pictures of what was uploaded before this page was loaded, and the form with what is known already. */
const useBegun = ({ account, terms }: Found, of: { document: string | null; byBank: boolean }) => {
  const [kept] = useState(() => keptFor(account.id ?? '', KINDS))
  const [first] = useState(() => firstDraft(kept, of, terms))
  return { kept, first, pictures: usePictures(KINDS, kept.pictures) }
}

/** The form, the step that is shown, and what sends it on: the next step, or the service. */
const useSteps = ({ found, wantedStep, document, byBank, read }: PapersFormProps) => {
  const language = useLanguage()
  const { kept, first, pictures } = useBegun(found, { document, byBank })
  const handing = useHandingIn({ pictures, kinds: KINDS, read })
  const shown = useRef<PapersStep>('document')
  const { terms } = found
  const notice = handing.newer ?? terms.consent
  const asked = askedBy(found, handing.corrections, serviceClock.now)
  const checks = checksOf({
    ...{ rules: asked.rules, documents: terms.documents, agreedTo: noticeName(notice), language },
    ...{ now: serviceClock.now, kinds: KINDS, wanted: asked.wanted },
    pictureState: (kind) => pictures[kind].shown.get().state,
  })
  const send = async (values: Draft): Promise<Refused | undefined> => {
    const next = stepAfter(shown.current)
    const { needs, takes } = asked.wanted(values)
    if (!next) {
      const sent = { pictures: idsOf(pictures, [...needs, ...takes]), notice: notice.version }
      return handing.handIn(papersOf(values, { isChild: asked.isChild(values), ...sent }))
    }
    if (next === 'pictures' && asked.reason(values) === undefined) handing.setBar({ code: 'papers_not_needed' })
    else router().go(addressOf(next))
    return undefined
  }
  const form = useForm<Draft>(first, {
    ...{ checks: checksUpTo(checks, () => shown.current), send },
    fields: fieldsFor(papersDraft.get().document, KINDS),
  })
  const step = dueStep(wantedStep, form.values, checks)
  shown.current = step
  useEffect(() => {
    // Else the step would change under the hands of whoever types the last that was missing.
    if (step !== wantedStep) router().go(addressOf(step), { replace: true })
  }, [step, wantedStep])
  const goesOn = Object.keys(kept.pictures).length > 0 && !isFilledIn(first, checks.data)
  return { form, step, pictures, handing, notice, asked, goesOn }
}

/** Whether machines check that document, or none is chosen yet: others prove what they prove by the review alone. */
const isCheckable = ({ offers }: Found, document: string): boolean =>
  document === '' || offers.verification.idNumberRules.kinds.some((one) => one === document)

/** The four steps before anything is handed in, as one page; or why it leads nowhere. */
export const PapersForm = (props: PapersFormProps) => {
  const { found, children } = props
  const { form, step, pictures, handing, notice, asked, goesOn } = useSteps(props)
  const { values } = form
  const { needs, takes } = asked.wanted(values)
  const sent = idsOf(pictures, [...needs, ...takes])
  useEffect(() => papersDraft.keep(values), [values])
  useKeeping(found.account.id ?? '', { document: values.document, pictures: idsOf(pictures, KINDS) })
  useWarning(isTyped(values))
  if (handing.bar)
    return (
      <PapersBarPage
        {...{ bar: handing.bar, open: handing.open, returnTo: found.account.returnTo }}
        onBack={() => handing.setBar(undefined)}
      />
    )
  return (
    <StepPage
      {...{ step, form, terms: found.terms, notice, pictures, goesOn, wanted: { needs, takes } }}
      isNewer={handing.newer !== undefined}
      isChild={asked.isChild(values)}
      offersBank={offersBank(found.account) && isCheckable(found, values.document)}
      sent={KINDS.filter((kind) => sent[kind] !== undefined)}
    >
      {children}
    </StepPage>
  )
}
