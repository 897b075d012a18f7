/* global expect, test */
import { declareTests } from './ask.js';

declareTests(test, expect);
