import { writeFileSync } from 'node:fs';
import { learnedFromSamples, whereLearned } from '@baton/checks';

/** Writes down what the reader of crises learns from the labelled samples. Run from the root, before anything is measured. */
writeFileSync(whereLearned, learnedFromSamples());
