import type { ReactNode } from 'react'
import { ErrorSummary } from '../../shared/controls/error-summary.tsx'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import type { Notice } from '../consent/notice.ts'
import type { PictureKind } from '../pictures/picture.ts'
import type { Pictures } from '../pictures/use-pictures.ts'
import type { PapersStep } from './draft/checks.ts'
import type { Terms, Wanted } from './draft/wanted.ts'
import { AddPictures } from './steps/add-pictures.tsx'
import { ChooseDocument } from './steps/choose-document.tsx'
import type { PapersForm } from './steps/form.ts'
import { Onward } from './steps/onward.tsx'
import { PapersConsent } from './steps/papers-consent.tsx'
import { PapersSteps } from './steps/papers-steps.tsx'
import { SaidField } from './steps/said-field.tsx'
import { TypeData } from './steps/type-data.tsx'
import { TypedFacts } from './steps/typed-facts.tsx'
import { papersTexts } from './texts.ts'

type StepPageProps = {
  step: PapersStep
  form: PapersForm
  terms: Terms
  notice: Notice
  isNewer: boolean
  pictures: Pictures
  wanted: Wanted
  isChild: boolean
  /** A proof by their bank would raise their level. */
  offersBank: boolean
  /** Pictures from before a reload are there, and nothing was typed since. */
  goesOn: boolean
  /** Pictures that will be handed in. */
  sent: readonly PictureKind[]
  children?: ReactNode
}

const Parts = (props: StepPageProps) => {
  const { step, form, terms, notice, isNewer, pictures, wanted, isChild, goesOn, sent, offersBank } = props
  switch (step) {
    case 'document':
      return <ChooseDocument form={form} terms={terms} offersBank={offersBank} />
    case 'data':
      return <TypeData form={form} minimumAge={terms.minimumAge} isChild={isChild} goesOn={goesOn} />
    case 'pictures':
      return <AddPictures form={form} pictures={pictures} wanted={wanted} />
    case 'send':
      return (
        <>
          <TypedFacts of={form.values} isChild={isChild} sent={sent} />
          <SaidField form={form} />
          <PapersConsent form={form} notice={notice} isNewer={isNewer} isChild={isChild} />
        </>
      )
  }
}

/** One step of the form, with what is wrong in it and the ways on and back. */
export const StepPage = (props: StepPageProps) => {
  const texts = useTexts(papersTexts)
  const { step, form, children } = props
  const heads: Readonly<Record<PapersStep, { title: string; lead: string }>> = {
    document: { title: texts.title, lead: texts.lead },
    data: { title: texts.dataTitle, lead: texts.dataLead },
    pictures: { title: texts.picturesTitle, lead: texts.picturesLead },
    send: { title: texts.sendTitle, lead: texts.sendLead },
  }
  return (
    <Page key={step} {...heads[step]}>
      <PapersSteps now={step} />
      {children}
      <form className="stack below" noValidate onSubmit={form.submit}>
        <ErrorSummary {...form.summary} />
        <Parts {...props} />
        <Onward step={step} busy={form.busy} />
      </form>
    </Page>
  )
}
