import { useState } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { useTexts } from '../../../shared/language.ts'
import { router } from '../../../shared/router/router.ts'
import { PapersEntrance } from '../../papers/entrance.tsx'
import { PictureField } from '../../pictures/picture-field.tsx'
import type { Picture } from '../../pictures/picture-of.ts'
import { photoTexts } from '../photo/photo-texts.ts'
import { Viewfinder } from '../photo/viewfinder.tsx'
import { ReadingShown } from '../reading/reading-shown.tsx'
import type { UsedReading } from '../reading/use-reading.ts'
import type { For } from '../step.ts'
import { documentTexts } from '../texts.ts'
import { Onward } from './onward.tsx'

type PhotographProps = {
  side: 'front' | 'back'
  whom: For
  picture: Picture
  used: UsedReading
  onNext: () => void
}

/** Whether this browser shows a camera in a page, and this page was loaded so that it may. */
const canView = (): boolean => router().hasCamera && typeof navigator.mediaDevices?.getUserMedia === 'function'

/** One side of the card: by the camera in the page, or as a file, which is as good; and at once what was read of it. */
export const Photograph = ({ side, whom, picture, used: { reading, again }, onNext }: PhotographProps) => {
  const texts = useTexts(documentTexts)
  const photo = useTexts(photoTexts)
  const [isOpen, setOpen] = useState(false)
  const [isMissing, setMissing] = useState(false)
  const id = `document-${side}`
  const close = (): void => {
    setOpen(false)
    // What was pressed goes away.
    setTimeout(() => document.getElementById(`${id}-camera`)?.focus())
  }
  const next = (): void => {
    const isRead = reading.is === 'read'
    setMissing(!isRead)
    if (isRead) onNext()
    else document.getElementById(id)?.focus()
  }
  const wait = reading.is === 'reading' ? texts.waitReading : texts.missing
  return (
    <div className="stack below">
      <section className="card stack">
        {isOpen && (
          <Viewfinder
            name={photo[side]}
            onClose={close}
            onShot={(shot) => {
              setMissing(false)
              close()
              void picture.take(shot)
            }}
          />
        )}
        <PictureField
          {...{ id, picture, name: photo[side], how: photo[`${side}How`], isNeeded: true }}
          {...(!isOpen && { frame: 'wide' as const })}
          taken={texts.taken}
          error={isMissing && reading.is !== 'read' ? wait : undefined}
          onDeed={() => {
            setMissing(false)
            setOpen(false)
          }}
        >
          {!isOpen && canView() && (
            <Button id={`${id}-camera`} onPress={() => setOpen(true)}>
              {photo.open}
            </Button>
          )}
        </PictureField>
        <ReadingShown reading={reading} isToldWhy={picture.shown.get().state.is === 'refused'} onAgain={again} />
      </section>
      {!isOpen && (
        <Onward
          step={side}
          whom={whom}
          next={side === 'front' && whom === 'known' ? texts.toBack : texts.toCheck}
          onNext={next}
          isBeside={reading.is === 'refused' && reading.why.isForPeople}
        />
      )}
      <p>
        <PapersEntrance kind="beside" document="resident_id">
          {texts.orPapers}
        </PapersEntrance>
      </p>
    </div>
  )
}
