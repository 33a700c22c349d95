import type { Document } from '../../../functions/documents/checking/document.ts'
import { keepsPhotos } from '../../../functions/documents/checking/document.ts'
import { documentOf } from '../../../functions/documents/checking/document-store.ts'
import type { Material } from '../../../functions/material/material.ts'
import { materialOf } from '../../../functions/material/material-store.ts'
import type { OwedVerification } from '../../../functions/verification/owed/owed-verification.ts'
import type { Item } from '../../../shared/table/write.ts'
import { accountIn, checkFaults, isOpen, lostFaults, openFaults, owedIn } from '../orders/owed-rules.ts'
import { personFaults, toldFaults } from '../proofing/proofing-rules.ts'

const documentsIn = (items: readonly Item[]): Document[] =>
  items.filter(({ sk }) => sk.startsWith('DOCUMENT#')).map(documentOf)

const checksOf = (owed: readonly OwedVerification[]): OwedVerification[] =>
  owed.filter(({ method }) => method === 'id_document')

const photosIn = (items: readonly Item[]): Material[] => items.filter(({ sk }) => sk === 'MATERIAL').map(materialOf)

/** A document stands as its check does. */
const standFaults = (owed: readonly OwedVerification[], { id, status, reason }: Document): string[] => {
  const of = owed.find((one) => one.id === id)
  if (!of) return ['a document whose check is nowhere']
  const expected = isOpen(of) ? 'checking' : of.status === 'verified' ? 'proven' : 'refused'
  return [
    ...(expected === status ? [] : [`a document is ${status}, and its check ${of.status}`]),
    ...((status === 'refused') === (reason !== undefined) ? [] : [`a document is ${status} because of ${reason}`]),
  ]
}

/** Photos are part of what is being checked, and are there as long. */
const usedFaults = (owed: readonly OwedVerification[], photos: readonly Material[]): string[] =>
  checksOf(owed)
    .filter(isOpen)
    .flatMap(({ id, pictures = [] }) => {
      const of = pictures.map((one) => photos.find((photo) => photo.id === one.id))
      const isWhole = of.length === 2 && of.every((one) => one?.usedBy === id && one.status === 'stored')
      const isKept = of.every((one) => one?.keptUntil === undefined)
      return [
        ...(isWhole ? [] : ['a card is being checked without its photos']),
        ...(isKept ? [] : ['photos of a card that is being checked will be forgotten']),
      ]
    })

/** Photos of what is over are forgotten, or as free as before where nothing was found out. */
const leftFaults = (documents: readonly Document[], photo: Material, now: number): string[] => {
  const of = documents.find(({ id }) => id === photo.usedBy)
  if (!of || of.status === 'checking') return []
  if (of.reason !== undefined && keepsPhotos(of.reason)) return ['photos are not given back']
  return photo.status === 'forgotten' || (photo.keptUntil ?? Number.POSITIVE_INFINITY) <= now
    ? []
    : ['photos are kept after the result']
}

/** Whatever nobody uses has an end. */
const freeFaults = ({ usedBy, keptUntil, status }: Material): string[] =>
  usedBy === undefined && keptUntil === undefined && status === 'stored' ? ['photos are kept for good'] : []

/** What a document proves is of one that is proven, and over with it; it makes nobody somebody. */
const proofFaults = (items: readonly Item[], documents: readonly Document[]): string[] =>
  items
    .filter(({ sk }) => sk === 'IDENTITY')
    .flatMap((identity) => {
      const evidence = items.find(({ pk, sk }) => pk === identity.pk && sk === 'EVIDENCE#document')
      const proven = documents.filter(
        ({ accountId, status, decidedAt = 0 }) =>
          accountId === accountIn(identity) && status === 'proven' && decidedAt >= Number(identity.verifiedAt),
      )
      const of = proven.find(({ id }) => id === evidence?.check)
      const sources = items.filter(({ pk, sk }) => pk === identity.pk && sk.startsWith('EVIDENCE#'))
      return [
        ...((evidence !== undefined) === proven.length > 0
          ? []
          : [`${proven.length} are proven, and kept ${evidence}`]),
        ...(evidence && !of ? ['it is proven by a document that proves nothing'] : []),
        ...(of && of.validUntil !== evidence?.validUntil ? ['it counts longer than the card'] : []),
        ...(evidence && sources.length < 2 ? ['a document alone made somebody of an account'] : []),
      ]
    })

/** When the account was cleared last (epoch ms); before everything where it never was. */
const clearedAt = (items: readonly Item[], accountId: string): number =>
  Number(items.find(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk === 'CLEARED')?.at ?? -1)

/** Each check is of a document, but those of who an account was; of these nothing is shown to who it is next, and of what is refused nothing. */
const formerFaults = (items: readonly Item[]): string[] => {
  const documents = documentsIn(items)
  const isOver = (accountId: string, decidedAt = Number.POSITIVE_INFINITY) => decidedAt <= clearedAt(items, accountId)
  return [
    ...checksOf(owedIn(items))
      .filter((one) => !documents.some(({ id }) => id === one.id) && !isOver(one.accountId, one.decidedAt))
      .map(() => 'a check of no document'),
    ...documents
      .filter(({ status, accountId, decidedAt }) => status === 'proven' && isOver(accountId, decidedAt))
      .map(() => 'the card of who an account was is kept'),
    ...documents
      .filter(({ status, validUntil }) => status === 'refused' && validUntil !== undefined)
      .map(() => 'what stands on a card that is refused is kept'),
  ]
}

/** P6 X1 what must hold once everybody is done. `asked`: how often an authority was asked. */
export const documentsFaults = (items: readonly Item[], asked: number, now: number): string[] => {
  const [owed, documents, photos] = [owedIn(items), documentsIn(items), photosIn(items)]
  return [
    ...owed.flatMap((one) => checkFaults(items, one)),
    ...openFaults(items, owed),
    ...documents.flatMap((one) => standFaults(owed, one)),
    ...formerFaults(items),
    ...usedFaults(owed, photos),
    ...photos.flatMap((one) => [...leftFaults(documents, one, now), ...freeFaults(one)]),
    ...proofFaults(items, documents),
    ...(asked <= checksOf(owed).length ? [] : [`${asked} calls for ${checksOf(owed).length} checks`]),
    ...personFaults(items),
    ...toldFaults(items),
  ]
}

const isSomebody = (items: readonly Item[], accountId: string): boolean =>
  items.some(({ pk, sk }) => pk === `ACCOUNT#${accountId}` && sk === 'IDENTITY')

/** Of nobody no card is taken, and no authority is asked about one. */
const nobodyFaults = (before: readonly Item[], after: readonly Item[]): string[] => {
  const known = documentsIn(before)
  const asked = (items: readonly Item[]): string[] =>
    checksOf(owedIn(items)).flatMap(({ id, accountId, status }) =>
      status === 'checking' ? [`${accountId} ${id}`] : [],
    )
  const begun = asked(after).filter((one) => !asked(before).includes(one))
  return [
    ...documentsIn(after)
      .filter(({ id, accountId }) => !known.some((one) => one.id === id) && !isSomebody(before, accountId))
      .map(() => 'a card was taken of nobody'),
    ...begun
      .filter((one) => !isSomebody(before, one.split(' ')[0] ?? ''))
      .map(() => 'an authority is asked about the card of nobody'),
  ]
}

/** What must hold of every commit: nobody loses what was proven, and no photo is used twice or lost. */
export const committedDocumentFaults = (before: readonly Item[], after: readonly Item[], now: number): string[] => {
  const [owed, documents, photos] = [owedIn(after), documentsIn(after), photosIn(after)]
  return [
    ...lostFaults(before, after),
    ...nobodyFaults(before, after),
    ...formerFaults(after),
    ...openFaults(after, owed),
    ...documents.flatMap((one) => standFaults(owed, one)),
    ...usedFaults(owed, photos),
    ...photos.flatMap((one) => [...leftFaults(documents, one, now), ...freeFaults(one)]),
    ...proofFaults(after, documents),
  ]
}
