import '../install.js';
import '../../components/recognition/recognition.define.js';
