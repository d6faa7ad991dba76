import '../install.js';
import '../../components/model-badge/model-badge.define.js';
