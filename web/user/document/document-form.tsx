import { type ReactNode, useEffect, useState } from 'react'
import { ShimingProblem } from 'shiming-client'
import { useTexts } from '../../shared/language.ts'
import { Page } from '../../shared/router/page.tsx'
import { router } from '../../shared/router/router.ts'
import { mine, service } from '../../shared/service.ts'
import { type Notice, noticeName } from '../consent/notice.ts'
import { type Kept, keptFor } from '../papers/draft/kept.ts'
import { useKeeping } from '../papers/draft/use-keeping.ts'
import { idsOf, usePictures } from '../pictures/use-pictures.ts'
import { mayHandInAgain } from './document.ts'
import type { Found } from './find-documents.ts'
import { handedIn } from './handed-in.ts'
import { useReading } from './reading/use-reading.ts'
import { addressOf, type DocumentStep, dueStep, type For, stepAfter } from './step.ts'
import { Begin } from './steps/begin.tsx'
import { CheckNobody } from './steps/check-nobody.tsx'
import { DocumentSteps } from './steps/document-steps.tsx'
import { HandIn } from './steps/hand-in.tsx'
import { Photograph } from './steps/photograph.tsx'
import { documentTexts } from './texts.ts'
import { useHandingIn } from './use-handing-in.ts'

const KINDS = ['document_page', 'document_back'] as const
const kindOf = { front: 'document_page', back: 'document_back' } as const

/** Under whose name photos are kept in this tab. */
const ownerIn = ({ account }: Found): string => `document ${account.id}`

/** Photos that were uploaded before this page was loaded, or may be handed in once more. */
const keptFrom = (found: Found): Kept['pictures'] => {
  const photos = mayHandInAgain(found.newest) ? handedIn.get() : undefined
  return photos ? { document_page: photos.front, document_back: photos.back } : keptFor(ownerIn(found), KINDS).pictures
}

/** The notice, the photos and what was read of them; photos and readings live as long as this page. */
const usePhotos = (found: Found) => {
  const { terms } = found
  const [newer, setNewer] = useState<Notice>()
  const [agreedTo, setAgreedTo] = useState('')
  const notice = newer ?? terms.consent
  const [kept] = useState(() => keptFrom(found))
  const pictures = usePictures(KINDS, kept)
  // Phones may give a page up while their camera is open.
  useKeeping(ownerIn(found), { document: '', pictures: idsOf(pictures, KINDS) })
  const agreed = agreedTo === noticeName(notice)
  const read = (side: 'front' | 'back') => async (material: string) => {
    try {
      return await mine().documents.read({ material, side, consent: { notice: notice.version, agreed: true } })
    } catch (error) {
      if (error instanceof ShimingProblem && error.is('consent_outdated'))
        setNewer(await service().consentNotices.get(error.extra.notice))
      throw error
    }
  }
  const front = useReading(agreed, pictures.document_page.shown.get().state, read('front'))
  const back = useReading(agreed, pictures.document_back.shown.get().state, read('back'))
  return { notice, isNewer: newer !== undefined, setNewer, agreed, agreedTo, setAgreedTo, pictures, front, back }
}

type DocumentFormProps = { found: Found; wanted: DocumentStep; read: () => Promise<void>; children?: ReactNode }

/** The steps before anything is handed in, as one page. */
export const DocumentForm = ({ found, wanted, read, children }: DocumentFormProps) => {
  const texts = useTexts(documentTexts)
  const { account, terms } = found
  const whom: For = account.verification.status === 'verified' ? 'known' : 'nobody'
  const photos = usePhotos(found)
  const { notice, agreed, agreedTo, pictures, front, back } = photos
  const used = { front, back }
  const go = (to: DocumentStep, replace = false): void => router().go(addressOf(to), { replace })
  const handing = useHandingIn({
    onUnreadable: (side, why) => {
      used[side].set(why)
      go(side, true)
    },
    onGone: (side) => {
      pictures[kindOf[side]].remove()
      go(side, true)
    },
    onNotice: photos.setNewer,
    read,
  })
  const isDone = (step: DocumentStep): boolean => {
    if (step === 'begin') return agreed
    return step === 'check' || used[step].reading.is === 'read'
  }
  const step = dueStep(wanted, whom, isDone)
  useEffect(() => {
    if (step !== wanted) router().go(addressOf(step), { replace: true })
  }, [step, wanted])
  const next = (): void => {
    const to = stepAfter(step, whom)
    if (to) go(to)
  }
  const heads: Readonly<Record<DocumentStep, { title: string; lead: string }>> = {
    begin: { title: texts.title, lead: whom === 'known' ? texts.lead : texts.nobodyLead },
    front: { title: texts.frontTitle, lead: texts.photoLead },
    back: { title: texts.backTitle, lead: texts.photoLead },
    check:
      whom === 'known'
        ? { title: texts.checkTitle, lead: texts.checkLead }
        : { title: texts.correctTitle, lead: texts.correctLead },
  }
  const parts = (): ReactNode => {
    const [ours, theirs] = [front.reading, back.reading]
    switch (step) {
      case 'begin':
        return (
          <Begin
            {...{ whom, terms, notice, agreedTo, isNewer: photos.isNewer }}
            onAgree={photos.setAgreedTo}
            onNext={next}
          />
        )
      case 'front':
      case 'back':
        return (
          <Photograph
            key={step}
            {...{ side: step, whom, picture: pictures[kindOf[step]], used: used[step], onNext: next }}
          />
        )
      case 'check':
        if (ours.is !== 'read') return null
        if (whom === 'nobody')
          return (
            <CheckNobody
              front={ours.card}
              onNext={() => {
                // It has done what it was taken for.
                pictures.document_page.remove()
                router().go('/verify')
              }}
            />
          )
        if (theirs.is !== 'read') return null
        return (
          <HandIn
            {...{
              account,
              front: ours.card,
              back: theirs.card,
              refusal: handing.refusal,
              isSending: handing.isSending,
            }}
            onRetake={() => go('front')}
            onHandIn={async () => {
              const taken = await handing.handIn({ front: ours.material, back: theirs.material }, notice)
              if (taken) go('begin', true)
            }}
          />
        )
    }
  }
  return (
    <Page key={step} {...heads[step]}>
      <DocumentSteps now={step} whom={whom} />
      {children}
      {parts()}
    </Page>
  )
}
