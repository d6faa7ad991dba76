import { Model } from 'survey-core';
import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';
import { loadDraft, saveDraft } from '../draft.js';

const survey = new Model(JSON.parse(document.querySelector('#content').textContent));
survey.data = (await loadDraft()) ?? {};
survey.onValueChanged.add(() => saveDraft({ ...survey.data }));
survey.render(document.querySelector('#form'));
