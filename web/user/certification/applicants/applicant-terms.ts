import type { Answer } from 'shiming-client'

/** What is agreed to before a register is asked, and whether one is asked here. */
export type ApplicantTerms = Answer<'GET /v1/applicant-terms'>
