import type { Layer } from '../layers.ts'

/** Wrong ways to deal with an application, and the meeting in which each is seen. */
export const certificationMutants: readonly { name: string; seenIn: string; layer: Layer }[] = []
