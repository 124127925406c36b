import type { CvProblem } from './cv-reading'

/** Thrown inside the reader to end the reading of a file with a problem; never leaves `readCvBytes`. */
export class CvRefusal extends Error {
  constructor(readonly problem: CvProblem) {
    super(problem)
    this.name = 'CvRefusal'
  }
}
