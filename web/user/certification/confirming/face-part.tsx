import type { Answer } from 'shiming-client'
import { Banner } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import { Read } from '../../../shared/state/read.tsx'
import { BeginCard } from '../../face/begin-card.tsx'
import { isOpen } from '../../face/check.ts'
import { EndedCard } from '../../face/ended-card.tsx'
import { OpenCard } from '../../face/open-card.tsx'
import { confirmingTexts } from './texts.ts'
import type { useFace } from './use-face.ts'

type FacePartProps = { action: string; terms: Answer<'GET /v1/face-terms'>; face: ReturnType<typeof useFace> }

/** The confirmation by face of exactly this: begun, followed, and what came of it. */
export const FacePart = ({ action, terms, face: { used, newest, confirmed } }: FacePartProps) => {
  const texts = useTexts(confirmingTexts)
  if (confirmed) return <Banner tone="good">{texts.faceDone}</Banner>
  return (
    <Read of={used}>
      {() =>
        newest && isOpen(newest) ? (
          <OpenCard check={newest} read={used.read} />
        ) : (
          <>
            {newest && <EndedCard check={newest} />}
            <BeginCard terms={terms} action={action} isAgain={newest !== undefined} read={used.read} />
          </>
        )
      }
    </Read>
  )
}
