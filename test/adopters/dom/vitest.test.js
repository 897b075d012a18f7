import { expect, test } from 'vitest';
import { declareTests } from './ask.js';

declareTests(test, expect);
