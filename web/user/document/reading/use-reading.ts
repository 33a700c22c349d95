import { useEffect, useState } from 'react'
import type { Answer } from 'shiming-client'
import type { PictureState } from '../../pictures/picture.ts'
import { refusedReading, type SideReading } from './reading.ts'

type Read = (material: string) => Promise<Answer<'POST /v1/documents/readings'>>

/**
 * Has the photo of a side read as soon as the service has it, each once. A photo that takes its place forgets what the last one came to. `set`: what
 * the service said of it later. `agreed`: nothing is read before.
 */
export const useReading = (agreed: boolean, state: PictureState, read: Read) => {
  // Of one that was refused when it was taken in it is asked, too: it counts among those that cannot be used.
  const looked = state.is === 'stored' || state.is === 'refused' ? state.id : undefined
  const material = agreed ? looked : undefined
  const [known, setKnown] = useState<{ of: string; reading: SideReading }>()
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a photo is read once, and again when it is asked for.
  useEffect(() => {
    if (material === undefined) return setKnown(undefined)
    let isOver = false
    const become = (reading: SideReading): void => {
      if (!isOver) setKnown({ of: material, reading })
    }
    become({ is: 'reading' })
    read(material).then(
      ({ card }) => become({ is: 'read', material, card }),
      (error: unknown) => become(refusedReading(error)),
    )
    return () => {
      isOver = true
    }
  }, [material, attempt])
  const reading: SideReading = known && known.of === material ? known.reading : { is: 'none' }
  return {
    reading,
    again: () => setAttempt((now) => now + 1),
    set: (next: SideReading): void => setKnown(material === undefined ? undefined : { of: material, reading: next }),
  }
}

export type UsedReading = ReturnType<typeof useReading>
