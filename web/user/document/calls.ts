import type { Answer } from 'shiming-client'
import { mine } from '../../shared/service.ts'
import type { DocumentCheck, Terms } from './document.ts'

type More = { signal?: AbortSignal }
type Consent = { notice: string; agreed: true }
type Face = {
  terms(more?: More): Promise<Terms>
  list(more?: More): Promise<DocumentCheck[]>
  read(body: {
    material: string
    side: 'front' | 'back'
    consent: Consent
  }): Promise<Answer<'POST /v1/documents/readings'>>
  submit(body: { front: string; back: string; consent: Consent }): Promise<DocumentCheck>
}

export const documents = (): Face => mine().documents as unknown as Face
